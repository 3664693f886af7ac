package tacit.api.memory;

/** How far a memory reaches. */
public enum Reach {
    /** Everything that this host serves. */
    GLOBAL,
    /** An organisation. */
    ORG,
    /** A workspace: the only one whose id is that of the record's workspace. */
    WORKSPACE,
    /** An automation profile. */
    PROFILE,
    /** What a profile watches. */
    TARGET,
    /** A channel of a messenger. */
    CHANNEL,
    /** A person outside, such as somebody who is written to. */
    CONTACT,
    /** A user of the agent. */
    USER
}
