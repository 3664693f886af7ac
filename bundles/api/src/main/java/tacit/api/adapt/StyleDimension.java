package tacit.api.adapt;

import java.util.Arrays;
import java.util.List;

/** One scale on which answers can differ, its levels in order. */
public enum StyleDimension {
    /** How many emoji answers have. */
    EMOJI_USAGE("emojiUsage", "none minimal moderate expressive", "minimal", true),
    /** How long answers are. */
    RESPONSE_LENGTH("responseLength", "terse balanced detailed", "balanced", true),
    /** How much of the code is commented; it is set and never adapted. */
    CODE_COMMENTS("codeCommentStyle", "minimal moderate verbose", "moderate", false),
    /** How much is explained: to somebody who knows, or to somebody who learns. */
    EXPLANATION_DEPTH("explanationDepth", "expert balanced teaching", "balanced", true);

    private final String title;
    private final String scale;
    private final String usual;
    private final boolean adapted;

    StyleDimension(String title, String scale, String usual, boolean adapted) {
        this.title = title;
        this.scale = scale;
        this.usual = usual;
        this.adapted = adapted;
    }

    /** The name outside of code, such as {@code emojiUsage}. */
    public String title() {
        return title;
    }

    /** The levels, the lowest first. */
    public List<String> levels() {
        return List.of(scale.split(" ", -1));
    }

    /** The level where nobody said or showed anything else. */
    public String usual() {
        return usual;
    }

    /** Whether messages and feedback shift it. */
    public boolean adapted() {
        return adapted;
    }

    /**
     * The dimension of a title or a name, whatever the case.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static StyleDimension of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.title.equalsIgnoreCase(word) || one.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("dimension must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(StyleDimension::title)
                                        .toList()) + ", got '"
                        + word + "'"));
    }
}
