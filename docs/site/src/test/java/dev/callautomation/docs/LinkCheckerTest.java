package dev.callautomation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.docs.LinkChecker.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class LinkCheckerTest {

    @TempDir
    private Path site;

    @BeforeEach
    void aSite() throws IOException {
        write("target.html", "<h2 id=there>There</h2><a href=#there>up</a>");
        write("images/phone.png", "");
        write("examples/one/index.html", "<a href=../../target.html#there>up</a><img src=../../images/phone.png>");
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(site.resolve(file).getParent());
        Files.writeString(site.resolve(file), content);
    }

    @Test
    void aSiteWithoutMistakesHasNoProblems() throws IOException {
        write("page.html", "<a href='https://example.com/#x'>elsewhere</a><a href='mailto:a@example.com'>mail</a>");

        assertThat(LinkChecker.check(site)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a href=missing.html>x</a>                         | missing.html                  | no such file
            <a href=examples>x</a>                             | examples                      | no such file
            <a href=target.html#missing>x</a>                  | target.html#missing           | no such anchor
            <a href=#missing>x</a>                             | #missing                      | no such anchor
            <a href=images/phone.png#part>x</a>                | images/phone.png#part         | no such anchor
            <img src=images/missing.png>                       | images/missing.png            | no such file
            <img src=https://example.com/x.png>                | https://example.com/x.png     | is not part of the site
            <script src=https://example.com/x.js></script>     | https://example.com/x.js      | is not part of the site
            <link rel=stylesheet href=https://example.com/x>   | https://example.com/x         | is not part of the site
            <b id=one>x</b><b id=one>y</b>                     | #one                          | the id occurs more than once
            """)
    void aMistakeIsReported(String html, String reference, String reason) throws IOException {
        write("page.html", html);

        assertThat(LinkChecker.check(site)).containsExactly(new Problem("page.html", reference, reason));
    }
}
