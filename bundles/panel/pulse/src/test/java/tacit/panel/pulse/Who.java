package tacit.panel.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;

/** Who looks besides the operator of the default workspace, and how they are refused. */
final class Who {

    static final Principal ELSEWHERE = new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));
    static final Principal OF_BOB =
            new Principal("bob", AccessRole.OPERATOR, new Scope(Scope.DEFAULT_WORKSPACE, "bob"));

    private Who() {}

    static void refused(int status, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
