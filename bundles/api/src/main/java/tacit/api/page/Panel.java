package tacit.api.page;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;

/**
 * One part of Mission Control, at {@code /mission/ID} and the paths beneath it. Registered as a service, and gone with it.
 * Stateless and thread-safe; called on a request thread.
 */
@ConsumerType
public interface Panel {

    /** Its part of the path: lower case letters, digits and hyphens. */
    String id();

    /** Its name in the navigation. */
    String title();

    /** Where in the navigation it stands. */
    Group group();

    /** Its place in its group, the lowest first. */
    int order();

    /** Who may see it; acts always need {@link AccessRole#OPERATOR}. */
    default AccessRole role() {
        return AccessRole.READER;
    }

    /** The kinds of events after which a page that is open reads itself again, such as {@code trace.recorded}. */
    default Set<String> live() {
        return Set.of();
    }

    /**
     * What is to be seen.
     *
     * @throws HttpProblem with 404 when there is nothing of that path in the scope, with 400 when a parameter is wrong
     */
    Page show(View view);

    /**
     * Does what an operator asked for by a form; the store that it changes writes the audit log first.
     *
     * @param act the form's name
     * @throws HttpProblem with 404 for a form that it does not know, 400 for a wrong value, 409 where the state does not allow it;
     *     its sentence is shown on the page
     */
    default Done act(View view, String act) {
        throw new HttpProblem(404, "This panel knows no form '" + act + "'");
    }

    /** The parts of the navigation, in order. */
    enum Group {
        /** What is going on and what waits. */
        WORK,
        /** From traces to generations. */
        LEARNING,
        /** What is known. */
        MEMORY,
        /** How people are answered. */
        PEOPLE,
        /** Who acts by itself. */
        CORE,
        /** The host. */
        HOST
    }
}
