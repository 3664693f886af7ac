package tacit.api.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A file to read. */
@ProviderType
public interface TraceFile {

    /** The path as the caller gave it, for messages. */
    String name();

    /** The name without folders and extensions: the name of the batch that its runs belong to. */
    String batch();

    /** Opens the content from its beginning, unpacked; the caller closes it. */
    InputStream open() throws IOException;
}
