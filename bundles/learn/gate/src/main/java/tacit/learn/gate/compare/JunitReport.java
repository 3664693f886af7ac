package tacit.learn.gate.compare;

import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tacit.api.command.Console;
import tacit.api.gate.Verdict;
import tacit.learn.gate.Figure;

/** JUnit XML for the test view of a CI: one test case per task, each broken one a failure. */
final class JunitReport implements Report {

    private static final String SUITE = "tacit.compare";

    @Override
    public String write(Comparison comparison, Console console) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            suite(xml, comparison);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write the verdict as JUnit XML: " + e.getMessage(), e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, Comparison comparison) throws XMLStreamException {
        Verdict verdict = comparison.verdict();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", String.valueOf(verdict.effect().cases()));
        xml.writeAttribute("failures", String.valueOf(verdict.effect().broken()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        properties(xml, verdict);
        Set<String> broken = new HashSet<>(verdict.effect().brokenIds());
        for (String task : paired(comparison)) {
            testCase(xml, task, broken.contains(task));
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(verdict.decision() + ": " + clean(verdict.reason()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static List<String> paired(Comparison comparison) {
        return comparison.baseline().tasks().keySet().stream()
                .filter(task -> comparison.baseline().judged(task)
                        && comparison.candidate().judged(task))
                .toList();
    }

    private static void properties(XMLStreamWriter xml, Verdict verdict) throws XMLStreamException {
        xml.writeStartElement("properties");
        property(xml, "verdict", verdict.decision().name());
        property(xml, "before", Figure.percent(verdict.effect().before()));
        property(xml, "after", Figure.percent(verdict.effect().after()));
        property(xml, "fixed", String.valueOf(verdict.effect().fixed()));
        property(xml, "pValue", String.valueOf(verdict.pValue()));
        property(xml, "power", Rows.power(verdict.power()));
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private static void testCase(XMLStreamWriter xml, String task, boolean broken) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("name", clean(task));
        if (broken) {
            xml.writeEmptyElement("failure");
            xml.writeAttribute("type", "broken");
            xml.writeAttribute("message", "solved less often by the candidate than by the baseline");
        }
        xml.writeEndElement();
    }

    /** Replaces the characters that XML 1.0 cannot hold in any notation. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c > 0xFFFF;
    }
}
