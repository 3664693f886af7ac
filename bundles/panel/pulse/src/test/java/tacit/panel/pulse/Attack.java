package tacit.panel.pulse;

/** What a hostile text may hold. */
final class Attack {

    static final String TEXT = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }}";

    private Attack() {}
}
