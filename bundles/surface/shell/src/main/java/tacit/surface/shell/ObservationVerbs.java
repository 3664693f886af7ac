package tacit.surface.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationBackfill;
import tacit.api.memory.ObservationChange;
import tacit.api.memory.ObservationQuery;

/** Looks into what the archive took apart, corrects it, and takes it out of sight. */
final class ObservationVerbs {

    private static final String USUAL_WINDOW = "5";

    private final ArchiveRoles roles;
    private final AuditLog audit;

    ObservationVerbs(ArchiveRoles roles, AuditLog audit) {
        this.roles = roles;
        this.audit = audit;
    }

    /** Those that the words mean, or the newest. */
    void search(Line line) {
        Options options =
                Options.of(line.words(), Set.of("--type", "--origin", "--privacy", "--from", "--until"), Set.of());
        ObservationQuery query = new ObservationQuery(
                line.audience(),
                String.join(" ", options.words()),
                choices(ArchiveType.class, options.all("--type")),
                choices(ArchiveOrigin.class, options.all("--origin")),
                choices(ArchivePrivacy.class, options.all("--privacy")),
                time(options.value("--from").orElse(null)),
                time(options.value("--until").orElse(null)),
                (int) Math.min(Integer.MAX_VALUE, line.page().offset()),
                line.page().limit());
        line.answer(Rows.of(roles.observations().search(line.scope(), query), ObservationVerbs::row));
    }

    private static <E extends Enum<E>> List<E> choices(Class<E> type, List<String> words) {
        return words.stream().map(word -> Words.required(type, word)).toList();
    }

    private static @Nullable Instant time(@Nullable String word) {
        try {
            return word == null ? null : Instant.parse(word);
        } catch (DateTimeException e) {
            // A cause would be shown in place of this
            throw new IllegalArgumentException("A time must be like 2026-01-31T12:00:00Z, got '" + word + "'");
        }
    }

    /** One whole. */
    void show(Line line, String memoryId) {
        List<Observation> found = roles.observations().details(line.scope(), line.audience(), List.of(memoryId));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Memory '" + memoryId + "' is not for this user to see");
        }
        line.answer(details(found.get(0)));
    }

    /** What was captured around one. */
    void timeline(Line line, String memoryId) {
        Options options = Options.of(line.words(), Set.of("--window"), Set.of());
        long window = Words.number(options.value("--window").orElse(USUAL_WINDOW));
        line.answer(Rows.of(
                roles.observations()
                        .timeline(line.scope(), line.audience(), memoryId, (int) Math.min(Integer.MAX_VALUE, window)),
                ObservationVerbs::row));
    }

    void update(Line line, MemoryRecord memory) {
        Options options = Options.of(
                line.words(),
                Set.of(
                        "--title",
                        "--subtitle",
                        "--narrative",
                        "--fact",
                        "--concept",
                        "--file-read",
                        "--file-modified",
                        "--privacy"),
                Set.of());
        options.only("observations update ID");
        if (options.values().isEmpty()) {
            throw new IllegalArgumentException("Something must be corrected, such as --title 'A title'");
        }
        ObservationChange change = new ObservationChange(
                options.value("--title").orElse(null),
                options.value("--subtitle").orElse(null),
                options.value("--narrative").orElse(null),
                options.allOrNone("--fact"),
                options.allOrNone("--concept"),
                options.allOrNone("--file-read"),
                options.allOrNone("--file-modified"),
                options.value("--privacy")
                        .map(word -> Words.required(ArchivePrivacy.class, word))
                        .orElse(null));
        ArchiveObservations observations = roles.observations();
        log(line, "update", memory);
        observations
                .update(line.scope(), memory.id(), change)
                .map(ObservationVerbs::details)
                .ifPresent(line::answer);
    }

    /** The words go for good; what stands in their place has another id. */
    void redact(Line line, MemoryRecord memory) {
        List<String> words = Options.of(line.words(), Set.of(), Set.of()).words();
        String instead = words.size() > 1 ? String.join(" ", words.subList(1, words.size())) : null;
        if (instead != null && (instead.isBlank() || instead.length() > ArchiveObservations.LONGEST_REPLACEMENT)) {
            throw new IllegalArgumentException("What stands there instead must have 1 to "
                    + ArchiveObservations.LONGEST_REPLACEMENT + " characters");
        }
        ArchiveObservations observations = roles.observations();
        log(line, "redact", memory);
        observations
                .redact(line.scope(), memory.id(), instead)
                .map(ObservationVerbs::details)
                .ifPresent(line::answer);
    }

    void suppress(Line line, MemoryRecord memory) {
        Options.of(line.words(), Set.of(), Set.of()).only("observations suppress ID");
        ArchiveObservations observations = roles.observations();
        log(line, "suppress", memory);
        boolean done = observations.suppress(line.scope(), memory.id());
        line.answer(Rows.row("memory", memory.id(), "out of sight", done ? "yes" : "no"));
    }

    private void log(Line line, String act, MemoryRecord memory) {
        audit.write(
                Words.OPERATOR,
                "memory.observation." + act,
                memory.id(),
                Map.of("workspace", line.scope().workspaceId()));
    }

    /** How many are taken apart; with an option, after the others were. */
    void backfill(Line line) {
        Options options = Options.of(line.words(), Set.of(), Set.of("--run", "--all"));
        ArchiveObservations observations = roles.observations();
        boolean all = options.has("--all");
        if (all || options.has("--run")) {
            String workspace = line.scope().workspaceId();
            Map<String, String> details = Map.of("workspace", workspace, "all", String.valueOf(all));
            audit.write(Words.OPERATOR, "memory.observation.backfill", workspace, details);
            line.answer(row(observations.backfill(line.scope(), all)));
        } else {
            line.answer(row(observations.backfillStatus(line.scope())));
        }
    }

    private static Map<String, @Nullable Object> row(ObservationBackfill done) {
        Map<String, @Nullable Object> row = Rows.row(
                "memories", done.total(),
                "taken apart", done.processed(),
                "failed", done.failed(),
                "pending", done.pending());
        for (int i = 0; i < done.errors().size(); i++) {
            row.put("error " + (i + 1), done.errors().get(i));
        }
        return row;
    }

    private static Map<String, @Nullable Object> row(Observation observation) {
        return Rows.row(
                "id", observation.memoryId(),
                "type", observation.type(),
                "origin", observation.origin(),
                "privacy", observation.privacy(),
                "since", observation.createdAt(),
                "title", observation.title());
    }

    private static Map<String, @Nullable Object> details(Observation observation) {
        Map<String, @Nullable Object> details = row(observation);
        details.put("subtitle", observation.subtitle());
        details.put("narrative", observation.narrative());
        details.put("facts", String.join("\n", observation.facts()));
        details.put("concepts", String.join(", ", observation.concepts()));
        details.put("files read", String.join(", ", observation.filesRead()));
        details.put("files modified", String.join(", ", observation.filesModified()));
        details.put("run", observation.taskId());
        details.put("taken apart by", observation.generatedBy().toLowerCase(Locale.ROOT));
        details.put("captured as", observation.captureReason());
        details.put("tokens", observation.detailTokens());
        return details;
    }
}
