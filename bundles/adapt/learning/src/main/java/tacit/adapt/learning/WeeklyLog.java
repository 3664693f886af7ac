package tacit.adapt.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tacit.api.adapt.GivenFeedback.Decision;

/**
 * The feedback of a week, the oldest first. Immutable.
 *
 * @param entries at most {@value #MOST}
 */
record WeeklyLog(List<LogEntry> entries) {

    static final int MOST = 2_000;

    static final String FOLDER = ".cowork/feedback";

    private static final ObjectMapper JSON = new ObjectMapper();

    WeeklyLog {
        entries = List.copyOf(entries);
    }

    static String path(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                FOLDER + "/feedback-%d-W%02d.json",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Where the logs of the weeks are that a time reaches into. */
    static List<String> pathsUntil(Instant end, Duration time) {
        LinkedHashSet<String> paths = new LinkedHashSet<>();
        for (Instant at = end.minus(time); at.isBefore(end); at = at.plus(Duration.ofDays(1))) {
            paths.add(path(at));
        }
        paths.add(path(end));
        return List.copyOf(paths);
    }

    /** A text that is no log is taken for an empty one. */
    static WeeklyLog read(String text) {
        List<LogEntry> entries = new ArrayList<>();
        try {
            JSON.readTree(text.isBlank() ? "{}" : text).path("entries").forEach(node -> entry(node)
                    .ifPresent(entries::add));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a log of feedback: it is no JSON", e);
        }
        return new WeeklyLog(entries);
    }

    private static Optional<LogEntry> entry(JsonNode node) {
        try {
            return Optional.of(new LogEntry(
                    node.path("id").asText(),
                    Instant.parse(node.path("at").asText()),
                    node.path("taskId").asText(),
                    node.path("agent").asText(),
                    Decision.valueOf(node.path("decision").asText().toUpperCase(Locale.ROOT)),
                    node.path("reason").isTextual() ? node.path("reason").textValue() : null));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            // Another program's line says nothing here, and goes at the next write.
            return Optional.empty();
        }
    }

    boolean has(String id) {
        return entries.stream().anyMatch(entry -> entry.id().equals(id));
    }

    WeeklyLog with(LogEntry entry) {
        List<LogEntry> all = new ArrayList<>(entries);
        all.add(entry);
        return new WeeklyLog(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    boolean tellsOf(Set<String> runs) {
        return entries.stream().anyMatch(entry -> runs.contains(entry.taskId()));
    }

    WeeklyLog without(Set<String> runs) {
        return new WeeklyLog(
                entries.stream().filter(entry -> !runs.contains(entry.taskId())).toList());
    }

    String text() {
        ObjectNode log = JSON.createObjectNode();
        ArrayNode array = log.putArray("entries");
        for (LogEntry entry : entries) {
            array.addObject()
                    .put("id", entry.id())
                    .put("at", entry.at().toString())
                    .put("taskId", entry.taskId())
                    .put("agent", entry.agent())
                    .put("decision", entry.decision().word())
                    .put("reason", entry.reason());
        }
        return log.toPrettyString() + "\n";
    }
}
