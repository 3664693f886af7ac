package tacit.api.reflect;

import java.util.Locale;

/** Where a candidate stands. */
public enum DreamState {
    /** It waits for somebody. */
    PROPOSED,
    /** Somebody wants it; it is not done yet. */
    ACCEPTED,
    /** It is being done. */
    APPLYING,
    /** It was really done. */
    APPLIED,
    /** Somebody does not want it. */
    REJECTED,
    /** Somebody put it aside. */
    ARCHIVED,
    /** What it did is being taken back. */
    UNDOING,
    /** What it did was taken back. */
    UNDONE;

    /** Whether no second candidate about the same fact may stand beside it. */
    public boolean open() {
        return this == PROPOSED || this == ACCEPTED || this == APPLYING;
    }

    /** As it is shown, such as {@code proposed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
