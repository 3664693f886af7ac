package tacit.bench.swap;

import java.util.List;

/** One way to replace the provider that callers are calling. */
interface SwapStrategy extends AutoCloseable {

    String name();

    /** Asks the provider once, as a caller of this strategy does; throws when nobody answers. */
    String call(String message, String input);

    /** Replaces the provider; the new one answers when this returns. */
    void swap() throws Exception;

    /** The class loaders of the providers that are in place. */
    List<ClassLoader> loaders();

    @Override
    void close();
}
