package tacit.runtime.launcher.mcp;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.HostAddress;

/**
 * The host that messages are carried to, looked up anew for each message, so that one that starts later is found. Immutable.
 *
 * @param data where a host of this machine says how it is reached
 * @param url where it is instead; null for the host of the data directory
 * @param tokenFile where the token stands; null for the operator's
 * @param token the token itself; null for the file
 */
public record Target(
        DataDirectory data,
        @Nullable URI url,
        @Nullable Path tokenFile,
        @Nullable String token) {

    public Target {
        boolean away = url != null && !isHere(url);
        if (away && token == null && tokenFile == null) {
            throw new IllegalArgumentException(
                    "--url names another machine: give its token by --token-file or TACIT_TOKEN");
        }
    }

    private static boolean isHere(URI url) {
        String host = String.valueOf(url.getHost());
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    }

    /** Where messages go now; empty when no host runs. */
    Optional<URI> address() {
        return url != null
                ? Optional.of(url)
                : HostAddress.read(data).map(host -> URI.create("http://127.0.0.1:" + host.apiPort() + "/mcp"));
    }

    /**
     * The token as it is now.
     *
     * @throws IOException when there is none
     */
    String currentToken() throws IOException {
        if (token != null) {
            return token;
        }
        Path file = tokenFile == null ? data.operatorToken() : tokenFile;
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException absent) {
            throw new IOException("The token's file '" + file + "' is missing", absent);
        }
    }

    /** Says that nobody is there. */
    String absence() {
        return "No Tacit host runs on '" + data.root() + "', start one with ./tacit up";
    }
}
