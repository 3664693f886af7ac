package tacit.surface.channels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.channel.ChannelTurn;
import tacit.api.trace.OutcomeLabel;

/** What an agent outside this process is told of a turn, and how it may say that it went. */
final class TurnFields {

    private TurnFields() {}

    static Map<String, String> of(ChannelTurn turn) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("id", turn.id());
        fields.put("workspace", turn.workspaceId());
        fields.put("session", turn.sessionId());
        fields.put("message", turn.message());
        fields.put("context", turn.context());
        fields.put("audience", turn.audience().kind().name().toLowerCase(Locale.ROOT));
        if (turn.audience().channel() != null) {
            fields.put("channel", turn.audience().channel());
        }
        if (turn.audience().userId() != null) {
            fields.put("user", turn.audience().userId());
        }
        return fields;
    }

    /** A word that is none of them says nothing. */
    static OutcomeLabel outcome(String word) {
        return Arrays.stream(OutcomeLabel.values())
                .filter(label -> label.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(OutcomeLabel.UNKNOWN);
    }
}
