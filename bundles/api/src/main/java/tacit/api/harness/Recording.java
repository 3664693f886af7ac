package tacit.api.harness;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One call while it is recorded. Confined to the thread of the call until it ended, then to the thread that writes it.
 *
 * <p>The texts are refused with {@link IllegalArgumentException} when a value is not what the method declares.
 */
@ProviderType
public interface Recording {

    /** The arguments to pass on: the caller's own, with streams and callbacks wrapped so that what goes through is kept. */
    @Nullable
    Object[] arguments();

    /** The arguments as a JSON array; asked after the call has ended. */
    String inputs();

    /** The answer as JSON, with what the callbacks were told; asked after the call has ended. */
    String output(@Nullable Object result);

    /** What was thrown, as JSON. */
    String thrown(Throwable failure);
}
