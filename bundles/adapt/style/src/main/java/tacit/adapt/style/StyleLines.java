package tacit.adapt.style;

import java.util.List;
import java.util.stream.Stream;
import tacit.api.adapt.StyleLevel;

/** What an agent is told of each level. */
final class StyleLines {

    private StyleLines() {}

    static List<String> of(Stream<StyleLevel> levels) {
        return levels.flatMap(level -> of(level).stream()).toList();
    }

    private static List<String> of(StyleLevel level) {
        return switch (level.dimension()) {
            case EMOJI_USAGE -> emoji(level.level());
            case RESPONSE_LENGTH -> length(level.level());
            case CODE_COMMENTS -> comments(level.level());
            case EXPLANATION_DEPTH -> depth(level.level());
        };
    }

    private static List<String> emoji(String level) {
        return switch (level) {
            case "none" -> List.of("Use no emoji.");
            case "minimal" -> List.of("Use an emoji only now and then.");
            case "moderate" -> List.of("Use emoji where they fit.");
            default -> List.of("Use emoji liberally.");
        };
    }

    private static List<String> length(String level) {
        return switch (level) {
            case "terse" -> List.of("Keep answers very brief.", "Leave out explanations that nobody asked for.");
            case "balanced" -> List.of("Make answers as long as the question needs and no longer.");
            default -> List.of("Give comprehensive answers.", "Add the context that they need to be understood.");
        };
    }

    private static List<String> comments(String level) {
        return switch (level) {
            case "minimal" -> List.of("Comment code only where it would surprise its reader.");
            case "moderate" -> List.of("Comment the parts of code that are not obvious.");
            default -> List.of("Comment code throughout: what each part does, and why.");
        };
    }

    private static List<String> depth(String level) {
        return switch (level) {
            case "expert" -> List.of("Write for an expert: skip the basics.", "Point out edge cases and trade-offs.");
            case "balanced" -> List.of("Explain what a practitioner may not know.");
            default -> List.of("Teach as if the reader were a student: say why, step by step.");
        };
    }
}
