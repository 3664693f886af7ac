package tacit.api.adapt;

/** Who says what a setting is. */
public enum SettingSource {
    /** Nobody: it has its default. */
    DEFAULT,
    /** The host itself, at its start. */
    HOST,
    /** The operator's file in {@code DATA/etc}. */
    FILE,
    /** The active generation. */
    GENERATION
}
