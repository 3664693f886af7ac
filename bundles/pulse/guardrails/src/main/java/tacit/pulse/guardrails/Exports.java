package tacit.pulse.guardrails;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;

/** Finds acts by which data leave this machine. Pure. */
public final class Exports {

    private static final Set<String> TOOLS =
            Set.of("analyze_image", "image_analysis", "read_pdf_visual", "visual_pdf", "read_pdf_visually");

    /** Headers that say what is wanted, and nothing of whoever asks. */
    private static final Set<String> USUAL = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "user-agent",
            "range",
            "if-none-match",
            "if-modified-since",
            "cache-control",
            "connection",
            "host");

    private static final int LONGEST_QUERY = 1024;
    private static final String CURL =
            "(?s)-[A-Za-z]*[dFT].*|--(?:data|form|json|upload-file|post-data|post-file|body-data|body-file|header|request|method)\\b.*|-[A-Za-z]*[XH].*";

    private Exports() {}

    public static boolean isExport(ActionRequest request) {
        if (request.type() == ApprovalType.DATA_EXPORT || TOOLS.contains(Acts.tool(request))) {
            return true;
        }
        return Acts.isCommand(request)
                ? Acts.COMMANDS.stream().anyMatch(name -> sends(Acts.detail(request, name)))
                : asksWithData(request);
    }

    /** Whether a request to a server holds more than the question where something is. */
    private static boolean asksWithData(ActionRequest request) {
        boolean network = request.type() == ApprovalType.NETWORK_ACCESS
                || Acts.tool(request).matches("http_request|web_fetch|fetch|http");
        String method = Acts.detail(request, "method").strip().toUpperCase(Locale.ROOT);
        String url = Acts.detail(request, "url");
        int query = url.indexOf('?');
        return network
                && (!(method.isEmpty() || method.equals("GET") || method.equals("HEAD"))
                        || !Acts.detail(request, "body").isEmpty()
                        || hasUnusualHeader(Acts.detail(request, "headers"))
                        || (query >= 0 && url.length() - query > LONGEST_QUERY));
    }

    private static boolean hasUnusualHeader(String headers) {
        return headers.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceFirst("[:=].*$", "").strip().toLowerCase(Locale.ROOT))
                .anyMatch(name -> !USUAL.contains(name));
    }

    /** Whether a command sends something to another machine. */
    private static boolean sends(String text) {
        if (text.isBlank() || text.length() > CommandGuard.LONGEST) {
            return false;
        }
        return ShellText.of(PlainText.of(text).replace("\\\n", ""), new Variables()).rows().stream()
                .flatMap(List::stream)
                .flatMap(command -> Wrappers.all(command).stream())
                .anyMatch(command ->
                        sends(command) || InnerTexts.of(command).stream().anyMatch(Exports::sendsAtOnce));
    }

    private static boolean sendsAtOnce(String text) {
        return ShellText.of(text, new Variables()).rows().stream()
                .flatMap(List::stream)
                .flatMap(command -> Wrappers.all(command).stream())
                .anyMatch(Exports::sends);
    }

    private static boolean sends(SimpleCommand command) {
        return switch (command.program()) {
            case "curl", "wget", "http", "https", "xh" ->
                command.texts().stream().anyMatch(Exports::sendsData);
            case "nc", "ncat", "netcat", "socat", "telnet", "sftp", "ftp", "sendmail", "mail", "mutt" -> true;
            case "scp", "rsync" -> isRemote(command.texts());
            default -> false;
        };
    }

    private static boolean sendsData(String argument) {
        boolean harmless = argument.matches("(?s)-[A-Za-z]*X(?:GET|HEAD)|--(?:request|method)=(?:GET|HEAD)");
        return !harmless && argument.matches(CURL);
    }

    private static boolean isRemote(List<String> arguments) {
        return !arguments.isEmpty() && arguments.get(arguments.size() - 1).matches("(?s)[^/]+:.*|rsync://.*");
    }
}
