package tacit.runtime.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Sums up the reports of a test run; a program in one file, so that it runs when nothing else compiles.
 *
 * <p>It prints each suite with skipped tests and the reason, then the failed tests, then the sum alone on a line.
 */
public final class TestReport {

    private final Map<String, Integer> skippedByReason = new TreeMap<>();
    private final List<String> failed = new ArrayList<>();
    private int passed;
    private int skipped;

    private TestReport() {}

    /**
     * Reads all reports below the first argument; ends with 1 when a test failed, none ran, or, with {@code TACIT_CI=1},
     * when one was skipped.
     */
    public static void main(String[] arguments) throws Exception {
        TestReport report = of(Path.of(arguments[0]));
        boolean strict = "1".equals(System.getenv("TACIT_CI"));
        report.lines(strict).forEach(System.out::println);
        System.exit(report.good(strict) ? 0 : 1);
    }

    static TestReport of(Path root) throws IOException, ParserConfigurationException, SAXException {
        TestReport report = new TestReport();
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Path file : files(root)) {
            report.add(parser.parse(file.toFile()));
        }
        return report;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private void add(Document document) {
        NodeList cases = document.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            add((Element) cases.item(i));
        }
    }

    private void add(Element test) {
        NodeList skips = test.getElementsByTagName("skipped");
        if (has(test, "failure") || has(test, "error")) {
            failed.add(test.getAttribute("classname") + "." + test.getAttribute("name"));
        } else if (skips.getLength() > 0) {
            String reason = ((Element) skips.item(0)).getAttribute("message");
            skippedByReason.merge(
                    test.getAttribute("classname") + ": " + (reason.isBlank() ? "no reason given" : reason),
                    1,
                    Integer::sum);
            skipped++;
        } else {
            passed++;
        }
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    boolean good(boolean strict) {
        return failed.isEmpty() && passed > 0 && (skipped == 0 || !strict);
    }

    List<String> lines(boolean strict) {
        List<String> lines = new ArrayList<>();
        skippedByReason.forEach((reason, count) -> lines.add("Skipped " + count + " in " + reason));
        if (strict && skipped > 0) {
            lines.add("Skipped tests count as failed, since TACIT_CI is 1");
        }
        failed.forEach(test -> lines.add("Failed " + test));
        int failures = failed.size() + (strict ? skipped : 0);
        lines.add(passed + " passed, " + failures + " failed, " + (strict ? 0 : skipped) + " skipped");
        return lines;
    }
}
