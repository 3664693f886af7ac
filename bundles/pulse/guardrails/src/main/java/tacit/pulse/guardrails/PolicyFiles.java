package tacit.pulse.guardrails;

/** Files that hold the rules of a workspace: whoever obeys them does not write them. */
final class PolicyFiles {

    private PolicyFiles() {}

    static boolean isOne(String path) {
        return ("/" + ProtectedPaths.normal(path)).matches("(?i).*/\\.cowork/policy(?:/.*)?");
    }
}
