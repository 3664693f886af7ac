package tacit.surface.conversations;

import java.util.Set;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;

/**
 * Whose conversations are asked for. Immutable.
 *
 * @param workspaceId the workspace of the token
 * @param userId the user, or empty for conversations that belong to no user
 */
record Owner(String workspaceId, String userId) {

    private static final int LONGEST_USER = 200;

    /** The user of the token, or the one that {@code userId} names with a token of the whole workspace. */
    static Owner of(Call call) {
        Scope scope = call.principal().scope();
        String named = call.parameter("userId").orElse(scope.user().orElse(""));
        if (scope.userId() != null && !named.equals(scope.userId())) {
            throw new HttpProblem(403, "This token is of another user than userId names");
        }
        if (call.parameter("userId").isPresent() && (named.isBlank() || named.length() > LONGEST_USER)) {
            throw new HttpProblem(400, "userId must have 1 to " + LONGEST_USER + " characters");
        }
        return new Owner(scope.workspaceId(), named);
    }

    /** Refuses query parameters that nobody knows. */
    static void known(Call call, Set<String> names) {
        for (String name : call.query().keySet()) {
            if (!names.contains(name)) {
                throw new HttpProblem(400, "Unknown query parameter '" + name + "'");
            }
        }
    }
}
