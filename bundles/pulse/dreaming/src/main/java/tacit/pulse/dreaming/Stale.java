package tacit.pulse.dreaming;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamEvidence;

/** Finds memories of the archive that newer words speak against, or whose time is over. Stateless. */
final class Stale {

    private static final double AGAINST = 0.76;
    private static final double OVER = 0.70;
    private static final String MEMORY = "memory:";
    private static final Pattern UNTIL = Pattern.compile(
            "\\b(?:valid until|until|expires(?: on)?|ends on|deadline(?: is)?)[: ]+(\\d{4}-\\d{2}-\\d{2})\\b",
            Pattern.CASE_INSENSITIVE);

    private Stale() {}

    static void look(Sketch sketch) {
        List<Line> old = sketch.all().stream()
                .filter(line -> line.evidence().kind() == DreamEvidence.Kind.OBSERVATION
                        && line.evidence().id().startsWith(MEMORY))
                .toList();
        LocalDate today = sketch.situation().now().atZone(ZoneOffset.UTC).toLocalDate();
        for (Line line : old) {
            against(sketch, line).ifPresentOrElse(newer -> stale(sketch, line, newer), () -> over(line, today)
                    .ifPresent(day -> over(sketch, line, day)));
        }
    }

    private static Optional<Line> against(Sketch sketch, Line old) {
        return sketch.all().stream()
                .filter(newer -> newer.at().isAfter(old.at())
                        && !newer.evidence().id().equals(old.evidence().id()))
                .filter(newer -> Entries.replaced(newer, old.said()).isPresent()
                        || (Entries.OUTDATED.matcher(newer.said()).find()
                                && !Entries.OUTDATED.matcher(old.said()).find()
                                && Words.holds(newer.said(), old.said())))
                .findFirst();
    }

    private static void stale(Sketch sketch, Line old, Line newer) {
        sketch.propose(
                DreamAction.ARCHIVE_MARK_STALE,
                "stale|" + old.evidence().id(),
                old.evidence().id().substring(MEMORY.length()),
                old.said(),
                "Put aside: newer words say \"" + newer.said() + "\"",
                "Remembered: " + old.quoted() + "; later: " + newer.quoted(),
                AGAINST,
                List.of(newer.evidence().id(), old.evidence().id()));
    }

    private static Optional<LocalDate> over(Line line, LocalDate today) {
        Matcher until = UNTIL.matcher(line.said());
        if (!until.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(until.group(1))).filter(day -> day.isBefore(today));
        } catch (java.time.DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static void over(Sketch sketch, Line line, LocalDate day) {
        sketch.propose(
                DreamAction.ARCHIVE_MARK_STALE,
                "stale|" + line.evidence().id(),
                line.evidence().id().substring(MEMORY.length()),
                line.said(),
                "Put aside: its time was over on " + day,
                "Remembered: " + line.quoted(),
                OVER,
                List.of(line.evidence().id()));
    }
}
