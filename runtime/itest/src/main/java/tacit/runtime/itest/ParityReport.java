package tacit.runtime.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Says for each row of the parity table which tests show it; a program in one file, so that it runs when nothing else
 * compiles.
 *
 * <p>The rows stand in {@code docs/parity-rows.txt}, what is deliberately different in {@code docs/parity-notes.md}. A test
 * shows the rows whose ids its name begins with, such as {@code sy14SplitsTheBudget}.
 */
public final class ParityReport {

    /** What can be said of a row. */
    enum State {
        /** Each test of it passed. */
        PASS,
        /** A test of it failed. */
        FAIL,
        /** No test shows it. */
        MISSING,
        /** Its service does not exist yet. */
        LATER,
        /** It makes no sense here; the notes say why. */
        NOTED
    }

    private static final Pattern ROW = Pattern.compile("([A-Z]{2,3}-\\d{2})\\s+(here|later)");
    private static final Pattern ID =
            Pattern.compile("([A-Z]{2,3})-(\\d{2})(?:\\s*(?:to|\\.\\.|–)\\s*(?:\\1-)?(\\d{2}))?");
    private static final Pattern NAMED = Pattern.compile("([a-zA-Z]{2,3})(\\d{2})_?");
    private static final Pattern NOTE = Pattern.compile("\\|([^|]+)\\|(.+)\\|\\s*");

    private final Map<String, Boolean> rows = new LinkedHashMap<>();
    private final Map<String, String> notes = new TreeMap<>();
    private final Map<String, Set<String>> passed = new TreeMap<>();
    private final Map<String, Set<String>> failed = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();

    private ParityReport() {}

    /** Writes {@code target/parity.md} below the first argument and prints the sum; never fails because of a row. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        ParityReport report = of(root);
        Path file = root.resolve("target/parity.md");
        Files.createDirectories(root.resolve("target"));
        Files.writeString(file, report.text());
        report.lines().forEach(System.out::println);
    }

    static ParityReport of(Path root) throws IOException, ParserConfigurationException, SAXException {
        ParityReport report = new ParityReport();
        report.readRows(root.resolve("docs/parity-rows.txt"));
        report.readNotes(root.resolve("docs/parity-notes.md"));
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Path file : reports(root)) {
            report.readTests(parser.parse(file.toFile()));
        }
        return report;
    }

    private static List<Path> reports(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private void readRows(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            Matcher row = ROW.matcher(line.strip());
            if (row.matches()) {
                if (rows.put(row.group(1), row.group(2).equals("here")) != null) {
                    throw new IllegalArgumentException("Row " + row.group(1) + " stands twice in " + file);
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException(
                        "'" + line + "' in " + file + " is no row: it must be 'ID here|later'");
            }
        }
    }

    private void readNotes(Path file) throws IOException {
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            Matcher note = NOTE.matcher(line);
            if (note.matches()) {
                ids(note.group(1)).forEach(id -> notes.put(id, note.group(2).strip()));
            }
        }
    }

    private static List<String> ids(String cell) {
        List<String> ids = new ArrayList<>();
        Matcher id = ID.matcher(cell);
        while (id.find()) {
            int first = Integer.parseInt(id.group(2));
            int last = id.group(3) == null ? first : Integer.parseInt(id.group(3));
            for (int number = first; number <= last; number++) {
                ids.add(String.format("%s-%02d", id.group(1), number));
            }
        }
        return ids;
    }

    private void readTests(Document document) {
        NodeList cases = document.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            readTest((Element) cases.item(i));
        }
    }

    private void readTest(Element test) {
        String type = test.getAttribute("classname");
        String method = test.getAttribute("name").replaceFirst("[^A-Za-z0-9_].*", "");
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + method;
        boolean broken = has(test, "failure") || has(test, "error");
        for (String id : shown(method)) {
            if (!rows.containsKey(id)) {
                unknown.add(id + " of " + name);
            } else if (broken || !has(test, "skipped")) {
                (broken ? failed : passed)
                        .computeIfAbsent(id, row -> new TreeSet<>())
                        .add(name);
            }
        }
    }

    /** The rows that the name of a test begins with. */
    private List<String> shown(String method) {
        List<String> ids = new ArrayList<>();
        Matcher named = NAMED.matcher(method);
        while (named.lookingAt() && isKind(named.group(1))) {
            ids.add(named.group(1).toUpperCase(java.util.Locale.ROOT) + "-" + named.group(2));
            named.region(named.end(), method.length());
        }
        return ids;
    }

    private boolean isKind(String letters) {
        String kind = letters.toUpperCase(java.util.Locale.ROOT) + "-";
        return rows.keySet().stream().anyMatch(row -> row.startsWith(kind));
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    State state(String row) {
        if (failed.containsKey(row)) {
            return State.FAIL;
        }
        if (passed.containsKey(row)) {
            return State.PASS;
        }
        if (notes.containsKey(row)) {
            return State.NOTED;
        }
        return Boolean.TRUE.equals(rows.get(row)) ? State.MISSING : State.LATER;
    }

    String text() {
        StringBuilder text =
                new StringBuilder("# Parity\n\n" + sum() + "\n\n| row | state | shown by |\n|---|---|---|\n");
        rows.keySet().forEach(row -> text.append("| " + row + " | " + state(row) + " | " + words(row) + " |\n"));
        return text.toString();
    }

    private String words(String row) {
        return switch (state(row)) {
            case FAIL -> String.join(", ", failed.getOrDefault(row, Set.of()));
            case PASS -> String.join(", ", passed.getOrDefault(row, Set.of()));
            case NOTED -> notes.getOrDefault(row, "");
            case MISSING, LATER -> "";
        };
    }

    private String sum() {
        return Arrays.stream(State.values())
                .map(state -> rows.keySet().stream()
                                .filter(row -> state(row) == state)
                                .count() + " " + state)
                .collect(Collectors.joining(", ", "Parity: ", " of " + rows.size() + " rows"));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        unknown.forEach(test -> lines.add("Unknown row " + test));
        lines.add(sum() + ", see target/parity.md");
        return lines;
    }
}
