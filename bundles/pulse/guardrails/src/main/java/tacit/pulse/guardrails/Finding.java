package tacit.pulse.guardrails;

/**
 * What is wrong with an act. Immutable.
 *
 * @param rule its name, which does not change
 * @param reason for people
 * @param certain whether it is denied; otherwise nobody can know before it runs, and somebody is asked
 */
public record Finding(String rule, String reason, boolean certain) {

    static Finding denied(String rule, String reason) {
        return new Finding(rule, reason, true);
    }

    static Finding unclear(String reason) {
        return new Finding("command.unclear", reason, false);
    }
}
