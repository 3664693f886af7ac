package tacit.surface.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.Principal;
import tacit.api.http.Call;

/** A call that came through the servlet, its body read. */
final class ServletCall implements Call {

    private final HttpServletRequest request;
    private final Principal principal;
    private final Map<String, String> pathParameters;
    private final Map<String, List<String>> query;
    private final byte[] body;

    ServletCall(HttpServletRequest request, Principal principal, Map<String, String> pathParameters, byte[] body) {
        this.request = request;
        this.principal = principal;
        this.pathParameters = Map.copyOf(pathParameters);
        this.query = QueryText.parse(request.getQueryString());
        this.body = body;
    }

    @Override
    public Principal principal() {
        return principal;
    }

    @Override
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    @Override
    public Map<String, List<String>> query() {
        return query;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public Optional<String> contentType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    @Override
    public boolean secure() {
        return request.isSecure();
    }

    @Override
    public byte[] body() {
        return body;
    }
}
