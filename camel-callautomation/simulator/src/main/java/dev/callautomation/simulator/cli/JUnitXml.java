package dev.callautomation.simulator.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import dev.callautomation.simulator.scenario.ScenarioReport;

/** Writes reports as CI servers read them: a test case for each scenario. */
final class JUnitXml {

    /** XML cannot have them, not even escaped. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private JUnitXml() {}

    static void write(List<ScenarioReport> reports, Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, reports);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("The report cannot be written to " + file, e);
        }
    }

    private static void suite(XMLStreamWriter xml, List<ScenarioReport> reports) throws XMLStreamException {
        long failures = reports.stream().filter(report -> !report.passed()).count();
        Duration time = reports.stream().map(ScenarioReport::realTime).reduce(Duration.ZERO, Duration::plus);
        xml.writeStartElement("testsuites");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "scenarios");
        xml.writeAttribute("tests", String.valueOf(reports.size()));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(time));
        for (ScenarioReport report : reports) {
            testCase(xml, report);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, ScenarioReport report) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(report.file()));
        xml.writeAttribute("name", clean(report.name()));
        xml.writeAttribute("time", seconds(report.realTime()));
        if (!report.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", clean(report.problem().lines().findFirst().orElse("")));
            xml.writeCharacters(clean(report.text()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }

    private static String clean(String text) {
        return FORBIDDEN.matcher(text).replaceAll("\uFFFD");
    }
}
