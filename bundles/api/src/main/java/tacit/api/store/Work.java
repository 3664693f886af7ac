package tacit.api.store;

import org.osgi.annotation.versioning.ConsumerType;

/** What is done inside one transaction. */
@ConsumerType
@FunctionalInterface
public interface Work<T> {

    /** Does the work; an exception rolls back all of it and reaches the caller as it is. */
    T run(Session session);
}
