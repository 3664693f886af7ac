package tacit.pulse.mcp;

import java.util.List;
import java.util.Map;
import tacit.channel.exchange.Exchange;
import tacit.channel.exchange.Secret;
import tacit.channel.exchange.Surroundings;

/**
 * What an operator says of a server and its tool. Immutable.
 *
 * @param url where it listens; empty for a program
 * @param command the program; empty for an address
 * @param environment the host's variables that the program may see
 * @param tool that does tasks
 * @param arguments of it
 * @param token for the server
 */
record Device(
        String url, List<String> command, String environment, String tool, ToolArguments arguments, Secret token) {

    Device {
        command = List.copyOf(command);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with what is wrong with them
     */
    static Device of(Map<String, String> settings, Map<String, String> host) {
        String url = settings.getOrDefault("url", "").strip();
        List<String> command = Surroundings.command(settings.getOrDefault("command", ""));
        if (url.isEmpty() == command.isEmpty()) {
            throw new IllegalArgumentException("either settings.url or settings.command must be given");
        }
        if (!url.isEmpty()) {
            Exchange.address(url);
        }
        String tool = settings.getOrDefault("tool", "").strip();
        if (tool.isEmpty()) {
            throw new IllegalArgumentException("settings.tool must be given");
        }
        String environment = settings.getOrDefault("environment", "");
        Surroundings.of(host, environment);
        return new Device(
                url,
                command,
                environment,
                tool,
                ToolArguments.of(settings.getOrDefault("arguments", ToolArguments.USUAL)),
                Secret.find(
                        "settings.token",
                        settings.getOrDefault("token.file", ""),
                        settings.getOrDefault("token.environment", ""),
                        host));
    }
}
