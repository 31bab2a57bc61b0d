package dev.callautomation.camel.internal.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Signed requests for recordings go where recordings are, however an address is dressed up. */
class RecordingHostsTest {

    private static final RecordingHosts REAL = new RecordingHosts(ServiceEndpoint.parse("https://contoso.example.com"));
    private static final RecordingHosts LOCAL = new RecordingHosts(ServiceEndpoint.parse("http://localhost:8080"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://us-storage.asm.skype.com/v1/objects/0-eus-d12/content/video",
                "https://US-Storage.ASM.skype.COM/v1",
                "HTTPS://eu.asyncgw.teams.microsoft.com/x?part=1",
                "https://gov.ams.gov.teams.microsoft.us",
                " https://us-storage.asm.skype.com:443/v1 "
            })
    void theHostsOfRecordingsAreLetThrough(String location) {
        assertThat(REAL.check(location).toString()).isEqualTo(location.trim());
        assertThat(LOCAL.check(location).toString()).isEqualTo(location.trim());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://us-storage.asm.skype.com/v1",
                "ftp://us-storage.asm.skype.com/v1",
                "https://asm.skype.com/v1",
                "https://.asm.skype.com/v1",
                "https://xasm.skype.com/v1",
                "https://evilasm.skype.com.evil.org/v1",
                "https://us-storage.asm.skype.com.evil.org/v1",
                "https://us-storage.asm.skype.com./v1",
                "https://us-storage.asm.skype.com@evil.org/v1",
                "https://user@us-storage.asm.skype.com/v1",
                "https://user:password@us-storage.asm.skype.com/v1",
                "https://evil.org#@us-storage.asm.skype.com/v1",
                "https://evil.org?.asm.skype.com",
                "https://evil.org/.asm.skype.com",
                "https://evil.org\\@us-storage.asm.skype.com/v1",
                "https://evil.org\\.asm.skype.com/v1",
                "https://evil.org%2f.asm.skype.com/v1",
                "https://evil.org%00.asm.skype.com/v1",
                "https://evil\u3002org/.asm.skype.com",
                "https://us-storage.asm.skyp\u0435.com/v1",
                "https://us-storage.asm.skype.com\r\nHost: evil.org/",
                "https:us-storage.asm.skype.com/v1",
                "https:///v1",
                "//us-storage.asm.skype.com/v1",
                "us-storage.asm.skype.com/v1",
                "/v1/objects",
                "https://169.254.169.254/metadata",
                "https://contoso.example.com/v1",
                ""
            })
    void everyOtherAddressIsRefused(String location) {
        assertThatThrownBy(() -> REAL.check(location))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use the location in the event unchanged")
                .hasMessageNotContaining("password")
                .hasNoCause();
        assertThatThrownBy(() -> LOCAL.check(location)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1234/x", "http://127.0.0.1/x", "http://[::1]:8080/x", "https://localhost/x"})
    void loopbackAddressesAreAllowedIfTheEndpointIsOne(String location) {
        assertThat(LOCAL.check(location).toString()).isEqualTo(location);
        assertThatThrownBy(() -> REAL.check(location)).hasMessageContaining("asm.skype.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost.evil.org/x", "http://localhost@evil.org/x", "http://127.0.0.1.evil.org/"})
    void aNameThatResemblesALoopbackAddressIsRefused(String location) {
        assertThatThrownBy(() -> LOCAL.check(location)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalRepeatsNoMoreThanTheHost() {
        assertThatThrownBy(() -> REAL.check("https://evil.org/objects?sig=s3cret"))
                .hasMessageContaining("https://evil.org,")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> REAL.check("https://evil.org/a b?sig=s3cret"))
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }
}
