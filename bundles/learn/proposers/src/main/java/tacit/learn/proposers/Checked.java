package tacit.learn.proposers;

/** Bounds of settings. */
public final class Checked {

    private Checked() {}

    public static int within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }
}
