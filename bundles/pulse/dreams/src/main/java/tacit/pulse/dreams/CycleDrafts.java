package tacit.pulse.dreams;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tacit.api.memory.TrustLane;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.Learning;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamEvidence;

/**
 * What a finished cycle of the core gives to be remembered: its own words, never a stock sentence. Hours, cooldowns and budgets that
 * held it back are as they should be and give nothing. Pure functions.
 */
final class CycleDrafts {

    /** What the ids of such evidence begin with. */
    static final String CYCLE = "cycle:";

    private static final int DAYS = 3;
    private static final int LONGEST = 200;
    private static final Pattern VARIES = Pattern.compile("\\b[\\p{L}_-]*\\d[\\p{L}\\p{N}_-]*\\b");
    private static final String PREFIX = "Heartbeat: ";

    private CycleDrafts() {}

    /** A draft with what it rests on. */
    record Found(DreamDraft draft, List<DreamEvidence> evidence) {}

    /**
     * Of a dispatch that ended.
     *
     * @param told that it did
     * @param cycle the cycle that led to it
     * @param others how dispatches of the profile ended, the newest first, itself among them
     */
    static Optional<Found> dispatched(Learning told, CoreTrace.Whole cycle, List<Learning> others, ZoneId zone) {
        String title = title(told);
        return switch (status(told)) {
            case "failed", "interrupted" -> open(told, cycle, title, others);
            case "cancelled" -> refused(told, cycle, title);
            case "completed" -> recurring(told, title, others, zone);
            default -> Optional.empty();
        };
    }

    private static Optional<Found> open(Learning told, CoreTrace.Whole cycle, String title, List<Learning> others) {
        boolean done = others.stream()
                .anyMatch(one -> status(one).equals("completed")
                        && one.at().isAfter(told.at())
                        && key(title(one)).equals(key(title)));
        if (done) {
            return Optional.empty();
        }
        String why = step(cycle, "heartbeat.dispatch_completed", told)
                .map(CoreTrace.Event::summary)
                .orElse("");
        String text = "Not done yet: " + title + (why.isBlank() ? "" : ". It " + status(told) + ": " + why);
        return Optional.of(found(DreamAction.OPEN_LOOP, "open", title, text, .76, List.of(seen(told, text))));
    }

    /** A person who says no draws a line; a rule that does is no news. */
    private static Optional<Found> refused(Learning told, CoreTrace.Whole cycle, String title) {
        return step(cycle, "heartbeat.dispatch_denied", told)
                .map(event -> event.details().getOrDefault("approvedBy", "policy"))
                .filter(by -> !by.equals("policy"))
                .map(by -> {
                    String text = "Not without being asked: " + by + " said no to “" + title + "”";
                    return found(DreamAction.CONSTRAINT, "refused", title, text, .78, List.of(seen(told, text)));
                });
    }

    private static Optional<Found> recurring(Learning told, String title, List<Learning> others, ZoneId zone) {
        TreeMap<LocalDate, Learning> days = new TreeMap<>();
        others.stream()
                .filter(one -> status(one).equals("completed") && !one.at().isAfter(told.at()))
                .filter(one -> key(title(one)).equals(key(title)))
                .forEach(one -> days.put(one.at().atZone(zone).toLocalDate(), one));
        if (days.size() < DAYS) {
            return Optional.empty();
        }
        // The first one's title, so that the next one says the same and is not proposed again
        String text = "Comes again and again: " + title(days.firstEntry().getValue()) + ", first on " + days.firstKey();
        List<DreamEvidence> evidence = new ArrayList<>();
        days.descendingMap().values().forEach(one -> evidence.add(seen(one, one.summary())));
        return Optional.of(found(DreamAction.RECURRING_TASK, "recurring", title, text, .76, evidence));
    }

    /** Of a reflection whose winner was put off. */
    static Optional<Found> reflected(Learning told, CoreTrace.Whole cycle) {
        if (!"defer".equals(cycle.trace().summary())) {
            return Optional.empty();
        }
        String text = "Recommended and put off: " + told.summary();
        return Optional.of(
                found(DreamAction.OPEN_LOOP, "recommended", told.summary(), text, .78, List.of(seen(told, text))));
    }

    /** Of a cycle that failed; one that a stop of the host cut off says nothing. */
    static Optional<Found> failed(CoreTrace trace) {
        String error = trace.error();
        if (error == null || error.isBlank() || "interrupted".equals(trace.summary())) {
            return Optional.empty();
        }
        String what = trace.draft().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String target =
                trace.draft().targetKey() == null ? "" : " of " + trace.draft().targetKey();
        String text = "Keep an eye on it: the " + what + target + " failed: " + error;
        DreamEvidence evidence = evidence(trace.id(), text, trace.startedAt());
        return Optional.of(found(DreamAction.OPEN_LOOP, "failed", what + target + error, text, .74, List.of(evidence)));
    }

    private static Found found(
            DreamAction action,
            String what,
            String about,
            String text,
            double confidence,
            List<DreamEvidence> evidence) {
        DreamDraft draft = new DreamDraft(
                "cycle:" + what + ":" + key(about),
                action,
                null,
                null,
                text,
                "The core saw it in a cycle of its own: “"
                        + Gathering.bounded(evidence.get(0).text(), LONGEST) + "”",
                confidence,
                evidence.stream().map(DreamEvidence::id).toList());
        return new Found(draft, evidence);
    }

    private static DreamEvidence seen(Learning told, String text) {
        return evidence(String.valueOf(told.traceId()), text, told.at());
    }

    private static DreamEvidence evidence(String traceId, String text, Instant at) {
        return DreamEvidence.of(CYCLE + traceId, DreamEvidence.Kind.CYCLE, text, at, TrustLane.INFERENCE);
    }

    private static Optional<CoreTrace.Event> step(CoreTrace.Whole cycle, String type, Learning told) {
        return cycle.events().stream()
                .filter(event -> event.type().equals(type)
                        && ("dispatch:" + event.details().get("dispatchRunId")).equals(told.reference()))
                .findFirst();
    }

    private static String status(Learning told) {
        return told.summary().substring(0, Math.max(0, told.summary().indexOf(": ")));
    }

    private static String title(Learning told) {
        String title = told.summary().substring(told.summary().indexOf(": ") + 2);
        return title.startsWith(PREFIX) ? title.substring(PREFIX.length()) : title;
    }

    /** The same for texts that differ in their numbers and names of runs alone. */
    private static String key(String text) {
        String plain = VARIES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("#");
        return Gathering.bounded(plain.replaceAll("\\s+", " ").strip(), LONGEST);
    }
}
