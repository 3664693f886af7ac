package tacit.bench.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.bench.recall.Dialogue;

/** Reads a conversation from a plain file: a line with a date begins a session, each other line is {@code Name: words}. */
final class PlainTalk {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TURN = Pattern.compile("([^:]{1,40}):\\s+(.+)");

    private PlainTalk() {}

    static boolean recognises(Path file) {
        return file.toString().endsWith(".txt");
    }

    static Dialogue read(Path file) throws IOException {
        String id = file.getFileName().toString();
        List<SearchDocument> turns = new ArrayList<>();
        LocalDate day = LocalDate.EPOCH;
        int session = 1;
        int position = 0;
        for (String line : Files.readAllLines(file)) {
            Matcher turn = TURN.matcher(line.strip());
            if (DATE.matcher(line.strip()).matches()) {
                day = LocalDate.parse(line.strip());
                session++;
                position = 0;
            } else if (turn.matches()) {
                turns.add(document(id, session, position++, day, turn));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("'" + file + "' must hold dates and lines of 'Name: words'");
            }
        }
        return new Dialogue(id, turns, List.of());
    }

    private static SearchDocument document(String id, int session, int position, LocalDate day, Matcher turn) {
        return new SearchDocument(
                session + ":" + position,
                "message",
                id,
                null,
                "session-" + session,
                position,
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                turn.group(1).strip(),
                "",
                turn.group(2),
                Visibility.PRIVATE,
                TrustLane.STATEMENT,
                new TreeMap<>());
    }
}
