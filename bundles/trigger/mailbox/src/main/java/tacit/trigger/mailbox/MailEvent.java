package tacit.trigger.mailbox;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Urgency;
import tacit.trigger.words.Body;

/**
 * One thing that a mailbox tells. Immutable.
 *
 * @param name what happened
 * @param payload without any mail's words but its subject
 */
record MailEvent(
        String name,
        SignalFamily family,
        Urgency urgency,
        double confidence,
        String reason,
        Map<String, String> payload) {

    private static final Set<String> ENDED = Set.of("done", "completed", "dismissed", "cancelled", "closed");

    /** What it weighs and says. */
    private record Told(SignalFamily family, Urgency urgency, double confidence, String words) {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is of no kind that is known
     */
    static MailEvent of(Body event) {
        String name = event.text("/event", "");
        Told told =
                switch (name) {
                    case "sync" -> told(SignalFamily.AWARENESS_SIGNAL, Urgency.MEDIUM, .62, "Mailbox synchronised");
                    case "thread_classified" -> classified(event);
                    case "thread_summarized" ->
                        told(SignalFamily.AWARENESS_SIGNAL, Urgency.LOW, .55, "Mail thread summarised");
                    case "draft_created" -> told(SignalFamily.MEMORY_DRIFT, Urgency.LOW, .58, "Mail drafted");
                    case "commitments_extracted" -> commitments(event);
                    case "commitment_updated" -> commitment(event);
                    case "action_applied" -> told(SignalFamily.MAINTENANCE, Urgency.LOW, .64, "Mail action applied");
                    case "contact_researched" ->
                        told(SignalFamily.AWARENESS_SIGNAL, Urgency.LOW, .52, "Contact researched");
                    default ->
                        throw new IllegalArgumentException("event must be sync, thread_classified, thread_summarized,"
                                + " draft_created, commitments_extracted, commitment_updated, action_applied or"
                                + " contact_researched");
                };
        String subject = event.text("/subject");
        String reason = told.words() + (subject == null ? "" : ": " + subject);
        return new MailEvent(name, told.family(), told.urgency(), told.confidence(), reason, payload(name, event));
    }

    private static Told told(SignalFamily family, Urgency urgency, double confidence, String words) {
        return new Told(family, urgency, confidence, words);
    }

    private static Told classified(Body event) {
        Double said = event.share("/confidence");
        double sure = said == null ? .6 : said;
        if (event.truth("/stale") || event.truth("/needsReply") || event.count("/commitments") > 0) {
            return told(SignalFamily.OPEN_LOOP_PRESSURE, Urgency.HIGH, sure, "Mail thread waits for an answer");
        }
        return event.truth("/cleanup")
                ? told(SignalFamily.SUGGESTION_AGING, Urgency.MEDIUM, sure, "Mail thread can be cleaned up")
                : told(SignalFamily.AWARENESS_SIGNAL, Urgency.LOW, sure, "Mail thread classified");
    }

    private static Told commitments(Body event) {
        int number = event.count("/commitments");
        return told(
                SignalFamily.OPEN_LOOP_PRESSURE,
                number > 1 ? Urgency.HIGH : Urgency.MEDIUM,
                .72,
                number == 1 ? "1 commitment in mail" : number + " commitments in mail");
    }

    private static Told commitment(Body event) {
        boolean ended = ENDED.contains(event.text("/status", ""));
        return ended
                ? told(SignalFamily.MAINTENANCE, Urgency.LOW, .7, "Commitment ended")
                : told(SignalFamily.OPEN_LOOP_PRESSURE, Urgency.MEDIUM, .7, "Commitment changed");
    }

    private static Map<String, String> payload(String name, Body event) {
        Map<String, String> payload = new TreeMap<>(Map.of("event", name));
        put(payload, "thread", event.text("/threadId"));
        put(payload, "account", event.text("/account"));
        put(payload, "status", event.text("/status"));
        if (event.count("/commitments") > 0) {
            payload.put("commitments", String.valueOf(event.count("/commitments")));
        }
        if (event.count("/messages") > 0) {
            payload.put("messages", String.valueOf(event.count("/messages")));
        }
        return payload;
    }

    private static void put(Map<String, String> payload, String name, @Nullable String value) {
        if (value != null) {
            payload.put(name, value);
        }
    }
}
