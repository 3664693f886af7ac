package tacit.adapt.persona;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.MessageLimit.Measure;

/** What is known of the channels that people use most; where the limits come from stands in docs/adaptation.md. */
final class BuiltInProfiles {

    private static final boolean STRUCTURED = true;
    private static final boolean EMOJI = true;
    private static final boolean FORMAL = true;

    private static final String AS_A_TEXT_MESSAGE =
            "Write the way people text: short, natural sentences in plain words.";

    private static final Map<String, ChannelProfile> TABLE = table();

    private BuiltInProfiles() {}

    static Optional<ChannelProfile> of(String channel) {
        return Optional.ofNullable(TABLE.get(channel));
    }

    static List<String> channels() {
        return List.copyOf(TABLE.keySet());
    }

    private static Map<String, ChannelProfile> table() {
        Map<String, ChannelProfile> table = new LinkedHashMap<>();
        workplaces(table);
        phones(table);
        communities(table);
        return table;
    }

    private static void workplaces(Map<String, ChannelProfile> table) {
        add(
                table,
                profile("slack", "Slack", Length.SHORTER, STRUCTURED, EMOJI, !FORMAL),
                "Write short blocks: bullets for lists, bold for the one thing that matters most, backticks around code,"
                        + " commands and file names.",
                MessageLimit.ofCharacters(4_000));
        add(
                table,
                profile("email", "email", Length.LONGER, STRUCTURED, !EMOJI, FORMAL),
                "Say in the first sentence what the mail is about, number the points that somebody has to answer, and close"
                        + " with what happens next.",
                null);
        add(
                table,
                profile("teams", "Microsoft Teams", Length.NORMAL, STRUCTURED, !EMOJI, !FORMAL),
                "Keep a professional tone. Put headings over the parts of a long answer and compare things in a table.",
                MessageLimit.ofBytes(20_000));
        add(
                table,
                profile("mattermost", "Mattermost", Length.NORMAL, STRUCTURED, !EMOJI, !FORMAL),
                "Markdown works: headings, lists, tables, and fences around code.",
                MessageLimit.ofCharacters(16_383));
        add(
                table,
                profile("googlechat", "Google Chat", Length.SHORTER, !STRUCTURED, !EMOJI, !FORMAL),
                "Make it easy to act on: where something is to be done, say what, who does it, and by when.",
                MessageLimit.ofBytes(30_000));
    }

    private static void phones(Map<String, ChannelProfile> table) {
        add(
                table,
                profile("whatsapp", "WhatsApp", Length.SHORTER, !STRUCTURED, EMOJI, !FORMAL),
                "Write as in a conversation: a few short sentences, with bold or italics at most.",
                MessageLimit.ofCharacters(4_096));
        add(
                table,
                profile("imessage", "iMessage", Length.SHORTER, !STRUCTURED, EMOJI, !FORMAL),
                AS_A_TEXT_MESSAGE,
                null);
        add(
                table,
                profile("bluebubbles", "iMessage (BlueBubbles)", Length.SHORTER, !STRUCTURED, EMOJI, !FORMAL),
                AS_A_TEXT_MESSAGE,
                null);
        add(
                table,
                profile("signal", "Signal", Length.SHORTER, !STRUCTURED, !EMOJI, !FORMAL),
                "Stay on the subject and mind security: do not repeat names, numbers or addresses that the answer can do"
                        + " without.",
                MessageLimit.ofBytes(2_000));
        add(
                table,
                profile("telegram", "Telegram", Length.SHORTER, !STRUCTURED, !EMOJI, !FORMAL),
                "Come to the point in the first line. Bold for what matters and backticks around code are enough.",
                MessageLimit.ofCharacters(4_096));
        add(
                table,
                profile("line", "LINE", Length.SHORTER, !STRUCTURED, EMOJI, !FORMAL),
                "Keep a warm and friendly tone.",
                MessageLimit.ofCharacters(5_000));
    }

    private static void communities(Map<String, ChannelProfile> table) {
        add(
                table,
                profile("discord", "Discord", Length.NORMAL, STRUCTURED, EMOJI, !FORMAL),
                "Markdown works: use it for lists and emphasis, and name the language behind the fence that opens code, so"
                        + " that it is highlighted.",
                MessageLimit.ofCharacters(2_000));
        add(
                table,
                profile("matrix", "Matrix", Length.NORMAL, STRUCTURED, !EMOJI, !FORMAL),
                "Be precise: give exact names, versions and figures, and say plainly what is not known. Markdown works.",
                MessageLimit.ofBytes(30_000));
        add(
                table,
                profile("twitch", "Twitch", Length.SHORTER, !STRUCTURED, EMOJI, !FORMAL),
                "One or two punchy sentences on a single line: the chat moves fast.",
                MessageLimit.ofCharacters(500));
        add(
                table,
                profile("x", "X", Length.SHORTER, !STRUCTURED, !EMOJI, !FORMAL),
                "One thought that can be understood by itself, the point first.",
                new MessageLimit(280, Measure.WEIGHTED));
    }

    private static ChannelProfile profile(
            String channel, String name, Length length, boolean structured, boolean emoji, boolean formal) {
        return new ChannelProfile(channel, name, length, structured, emoji, formal, "", null);
    }

    private static void add(
            Map<String, ChannelProfile> table, ChannelProfile bare, String theme, @Nullable MessageLimit limit) {
        table.put(
                bare.channel(),
                new ChannelProfile(
                        bare.channel(),
                        bare.name(),
                        bare.length(),
                        bare.structured(),
                        bare.emoji(),
                        bare.formal(),
                        theme,
                        limit));
    }
}
