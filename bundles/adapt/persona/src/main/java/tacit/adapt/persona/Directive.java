package tacit.adapt.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.ChannelProfile;
import tacit.api.memory.Audience;

/**
 * What a prompt says of a channel. Immutable.
 *
 * @param readers who reads there, and what that forbids; a line or none
 * @param manner how to write there; a line for each thing that its profile says
 */
record Directive(List<String> readers, List<String> manner) {

    /** The heading over the lines, as the prompt has it. */
    static final String HEADING = "## Channel";

    /** @param profile null where nobody knows the channel */
    static Directive of(@Nullable ChannelProfile profile, Audience.Kind audience) {
        return new Directive(readers(audience), profile == null ? List.of() : manner(profile));
    }

    private static List<String> readers(Audience.Kind audience) {
        return switch (audience) {
            case PRIVATE -> List.of();
            case GROUP ->
                List.of(
                        "Others in the group read this answer too. Keep sensitive information out of it: nothing private or"
                                + " confidential, no credentials, and nothing that one of them said in private.");
            case PUBLIC ->
                List.of("Everybody can see this answer. Be professional and discreet: nothing private, internal or"
                        + " sensitive, and nothing that must not be quoted elsewhere.");
        };
    }

    private static List<String> manner(ChannelProfile profile) {
        List<String> lines = new ArrayList<>();
        lines.add(("The answer goes out over " + profile.name() + ". " + profile.theme()).strip());
        switch (profile.length()) {
            case SHORTER ->
                lines.add(
                        "Be concise: shorter than elsewhere, and only what was asked for, whatever length and depth the"
                                + " style asks for.");
            case LONGER ->
                lines.add(
                        "A thorough answer is fine where the matter asks for one, unless the style asked for is brief.");
            case NORMAL -> {}
        }
        lines.add(
                profile.structured()
                        ? "Formatting shows here: use it where it makes the answer easier to scan."
                        : "Avoid heavy formatting: no headings, tables or nested lists.");
        lines.add(
                profile.emoji()
                        ? "Emoji are fine here, unless the style asked for says otherwise."
                        : "No emoji here, whatever the style elsewhere.");
        lines.add(
                profile.formal()
                        ? "Begin with a greeting and end with a sign-off."
                        : "Begin with the answer itself: no greeting, no sign-off.");
        return lines;
    }

    boolean isEmpty() {
        return readers.isEmpty() && manner.isEmpty();
    }

    /** The heading and the lines; empty when there are none. */
    String text() {
        return isEmpty()
                ? ""
                : HEADING + "\n"
                        + Stream.concat(readers.stream(), manner.stream())
                                .map(line -> "- " + line)
                                .collect(Collectors.joining("\n"));
    }
}
