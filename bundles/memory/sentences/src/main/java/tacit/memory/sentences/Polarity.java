package tacit.memory.sentences;

/** Whether something is affirmed or denied: liked or disliked, always or never. */
public enum Polarity {
    POSITIVE,
    NEGATIVE
}
