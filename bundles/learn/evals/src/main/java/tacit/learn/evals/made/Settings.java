package tacit.learn.evals.made;

/** Checks settings. */
final class Settings {

    private Settings() {}

    /** @throws IllegalArgumentException naming the setting, when it is out of bounds */
    static int within(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(setting + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }
}
