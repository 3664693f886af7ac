package tacit.learn.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** Says what an export wrote, and what it left out for which reason. Pure functions. */
final class Summary {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Summary() {}

    static String text(ExportOptions options, Tally tally) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Wrote %,d %s of %,d runs to %s%n",
                tally.written(),
                options.preference() ? "pairs" : "conversations",
                tally.runs(),
                options.file()));
        text.append(left(tally));
        if (tally.redactions() > 0) {
            text.append(String.format(Locale.ROOT, "%,d secrets were replaced%n", tally.redactions()));
        }
        return text.toString();
    }

    private static String left(Tally tally) {
        StringBuilder text = new StringBuilder();
        tally.leftOut()
                .forEach((why, count) ->
                        text.append(String.format(Locale.ROOT, "Left out: %,d %s%n", count, why.words())));
        return text.toString();
    }

    /** Why nothing was written. */
    static String nothing(ExportOptions options, Tally tally) {
        String workspace = options.scope().workspaceId();
        long refused = tally.left(LeftOut.NO_CONSENT, LeftOut.GROUP);
        if (refused > 0) {
            return String.format(
                    Locale.ROOT,
                    "Cannot export runs of workspace '%s': %,d of %,d are of users who did not allow it. Whoever may"
                            + " speak for them does so with tacit:scoped --user U set export.training true, or for the"
                            + " workspace without --user%n%s",
                    workspace,
                    refused,
                    tally.runs(),
                    left(tally));
        }
        return tally.runs() == 0
                ? "Cannot export runs of workspace '" + workspace + "': there are none that match"
                : "Cannot export runs of workspace '" + workspace + "': none is an example\n" + left(tally);
    }

    static String json(ExportOptions options, Tally tally) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("kind", options.preference() ? "preference" : "sft");
        answer.put("file", options.file().toString());
        answer.put("runs", tally.runs());
        answer.put("written", tally.written());
        answer.put("redactions", tally.redactions());
        ObjectNode left = answer.putObject("leftOut");
        for (Map.Entry<LeftOut, Long> entry : tally.leftOut().entrySet()) {
            left.put(entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue());
        }
        return answer + "\n";
    }
}
