package tacit.runtime.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tacit.runtime.launcher.mcp.Bridge;
import tacit.runtime.launcher.mcp.Target;

/** Serves one MCP client on standard input and output from the running host, until the input ends. */
final class Mcp implements Verb {

    static final String USAGE = """
            mcp [--data DIR] [--url URL] [--token-file FILE]
              Carries the Model Context Protocol between standard input and output and the running host.
              --url URL           another address than that of the host on the data directory, such as http://127.0.0.1:7717/mcp
              --token-file FILE   another token than the operator's; TACIT_TOKEN, where it is set, comes before both
            """;

    private final Surroundings surroundings;
    private final UnaryOperator<@Nullable String> environment;

    /** @param environment finds a variable; null for one that is not set */
    Mcp(Surroundings surroundings, UnaryOperator<@Nullable String> environment) {
        this.surroundings = surroundings;
        this.environment = environment;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        List<String> rest = new ArrayList<>(invocation.arguments());
        if (rest.remove("--help")) {
            surroundings.out().print(USAGE);
            return OK;
        }
        Optional<String> url = Invocation.take(rest, "--url");
        Optional<String> file = Invocation.take(rest, "--token-file");
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException(
                    "mcp takes --data, --url and --token-file, there is '" + rest.get(0) + "'");
        }
        @Nullable String token = environment.apply("TACIT_TOKEN");
        Target target = new Target(
                invocation.data(),
                url.map(Mcp::address).orElse(null),
                file.map(Path::of).orElse(null),
                token == null || token.isBlank() ? null : token.strip());
        new Bridge(target, surroundings.out(), surroundings.err()).run(System.in);
        return OK;
    }

    private static URI address(String url) {
        URI address = URI.create(url);
        boolean good =
                List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
        if (!good) {
            throw new IllegalArgumentException("--url must be an http or https address, got '" + url + "'");
        }
        return address.getPath().length() > 1 ? address : address.resolve("/mcp");
    }
}
