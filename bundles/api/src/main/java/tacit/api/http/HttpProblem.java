package tacit.api.http;

/** Says why a call is answered with an error; the gateway writes it as {@code application/problem+json}. */
public final class HttpProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status in [400, 599]
     * @param detail what is wrong, in one sentence that the caller may read
     */
    public HttpProblem(int status, String detail) {
        super(detail);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be in [400, 599], got " + status);
        }
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
