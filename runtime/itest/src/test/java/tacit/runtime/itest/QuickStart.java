package tacit.runtime.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A quick start that is followed to the letter, on a fresh home. These are all liberties that are taken:
 *
 * <table>
 * <tr><th>the page says</th><th>instead</th><th>why</th></tr>
 * <tr><td>{@code ./tacit up}</td><td>{@code ./tacit up --port 0 --otlp-port 0}</td><td>others may listen at the usual ports</td></tr>
 * <tr><td>{@code 127.0.0.1:7717}</td><td>the port that it got</td><td>the same</td></tr>
 * <tr><td>{@code 127.0.0.1:4318}</td><td>the port that it got</td><td>the same, on pages that name it</td></tr>
 * <tr><td>the home of the account</td><td>an empty folder, {@link Workplace#environment}</td><td>{@code ~/.tacit} and the settings of agents</td></tr>
 * <tr><td>the build of the first {@code ./tacit up}</td><td>the image that is being tested, {@link Workplace}</td><td>it would take minutes</td></tr>
 * <tr><td>the programs {@code claude} and {@code codex}</td><td>{@code src/test/resources/standin}</td><td>they need models</td></tr>
 * </table>
 */
final class QuickStart implements AutoCloseable {

    private static final String UP = "./tacit up\n";
    private static final String API = "127.0.0.1:7717";
    private static final String OTLP = "127.0.0.1:4318";
    private static final String SEE = "See it in Mission Control as well: open `http://" + API
            + "/`, log in with the token that stands in `~/.tacit/operator-token`, and choose *Traces*: ";

    private final Guide guide;
    private final Workplace workplace;
    private final Tacit host;
    private final Substitutions substitutions = new Substitutions();
    private final Map<String, String> printed = new LinkedHashMap<>();

    private QuickStart(Guide guide, Workplace workplace, Tacit host) {
        this.guide = guide;
        this.workplace = workplace;
        this.host = host;
    }

    /** Follows a page from its first block to its last one; each must succeed. */
    static QuickStart follow(String page, Path folder) throws Exception {
        Guide guide = Guide.of("docs/quickstart-" + page + ".md");
        assertThat(guide.blocks()).first().isEqualTo(UP);
        Workplace workplace = new Workplace(folder);
        QuickStart start = new QuickStart(guide, workplace, workplace.up("./tacit up --port 0 --otlp-port 0"));
        try {
            start.follow();
            return start;
        } catch (Exception | AssertionError failed) {
            start.close();
            throw failed;
        }
    }

    private void follow() throws Exception {
        Api api = new Api(workplace.data());
        substitutions.put(API, authority(api.address()));
        if (guide.blocks().stream().anyMatch(block -> block.contains(OTLP))) {
            substitutions.put(OTLP, authority(api.otlp()));
        }
        try (Terminal terminal = new Terminal(workplace.folder(), workplace.environment())) {
            for (String block : guide.blocks().subList(1, guide.blocks().size())) {
                printed.put(block, terminal.type(substitutions.in(block)));
            }
        }
    }

    private static String authority(String address) {
        return address.substring("http://".length());
    }

    /** What the block printed that begins so. */
    String printed(String beginning) {
        return printed.entrySet().stream()
                .filter(block -> block.getKey().startsWith(beginning))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block begins with " + beginning));
    }

    /** Does what the page says of Mission Control, and answers what the page of the newest trace of this agent shows. */
    String seen(String agent) throws Exception {
        assertThat(guide.prose()).contains(SEE).contains("`" + agent + "`");
        String address = substitutions.in("http://" + API);
        String token = Files.readString(workplace.home().resolve(".tacit/operator-token"))
                .strip();
        try (Visitor visitor = new Visitor(address, token)) {
            visitor.choose("Traces");
            String shown = visitor.follow(agent);
            assertThat(visitor.faults()).isEmpty();
            return shown;
        }
    }

    Path home() {
        return workplace.home();
    }

    /** Ends the host; every substitution must have been needed by then. */
    void end() throws InterruptedException {
        assertThat(substitutions.unused()).isEmpty();
        assertThat(host.terminate()).isZero();
    }

    @Override
    public void close() throws IOException {
        host.close();
        workplace.close();
    }
}
