package tacit.api.pulse;

/** For whom a setting of the core counts, the widest first: a narrower one wins. */
public enum SettingScope {
    /** Everybody; its id is always {@code org}. */
    ORG,
    /** A workspace. */
    WORKSPACE,
    /** A profile. */
    PROFILE,
    /** A user. */
    USER
}
