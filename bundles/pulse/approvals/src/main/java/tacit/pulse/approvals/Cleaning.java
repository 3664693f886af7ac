package tacit.pulse.approvals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.ingest.Redactor;

/** Makes requests and words fit to be kept: bounded, and without secrets. Thread-safe. */
final class Cleaning {

    /** Longer details of what is done are refused: nobody can answer what nobody can read. */
    static final int LONGEST_ACT = 8_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_DETAILS = 40;
    private static final int MOST_EVIDENCE = 50;

    /** Details that say what is done; the others are shown as far as they fit. */
    private static final Set<String> ACTS = Set.of(
            "command",
            "cmd",
            "script",
            "shell",
            "code",
            "args",
            "argv",
            "input",
            "path",
            "paths",
            "file",
            "target",
            "destination",
            "to",
            "domain",
            "url",
            "method",
            "server",
            "tool");

    private final Redactor redactor;

    Cleaning(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Refuses what nobody could read. */
    void check(ActionRequest request) {
        named("id", request.id());
        named("profileId", request.profileId());
        named("workspaceId", request.workspaceId());
        named("targetKey", request.targetKey());
        named("action", request.action());
        if (request.details().size() > MOST_DETAILS) {
            throw new IllegalArgumentException("details must be at most " + MOST_DETAILS + ", got "
                    + request.details().size());
        }
        request.details().forEach((name, value) -> {
            named("details", name);
            if (ACTS.contains(name) && value.length() > LONGEST_ACT) {
                throw new IllegalArgumentException(
                        name + " must have at most " + LONGEST_ACT + " characters, got " + value.length());
            }
        });
    }

    private static void named(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + LONGEST_NAME + " characters, got " + name.length());
        }
    }

    ActionRequest request(ActionRequest request) {
        Map<String, String> details = new TreeMap<>();
        request.details().forEach((name, value) -> details.put(name, detail(name, value)));
        List<String> evidence = request.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(one -> cut(one, LONGEST_NAME))
                .toList();
        String trace = request.traceId();
        return new ActionRequest(
                request.id(),
                request.profileId(),
                request.workspaceId(),
                request.userId(),
                request.targetKey(),
                request.type(),
                request.action(),
                text(request.summary(), LONGEST_SUMMARY),
                details,
                trace == null ? null : cut(trace, LONGEST_NAME),
                evidence);
    }

    private String detail(String name, String value) {
        if (redactor.secretName(name)) {
            return "[secret]";
        }
        return text(value, ACTS.contains(name) ? LONGEST_ACT : LONGEST_DETAIL);
    }

    @Nullable
    String note(@Nullable String note) {
        return note == null || note.isBlank() ? null : text(note.strip(), LONGEST_NOTE);
    }

    String reason(String reason) {
        return text(reason, LONGEST_SUMMARY);
    }

    private String text(String text, int most) {
        return cut(redactor.redact(text).text(), most);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
