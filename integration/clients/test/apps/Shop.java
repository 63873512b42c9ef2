import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A shop that knows nothing of telemetry: whatever is reported of it, the agent of OpenTelemetry found out. */
final class Shop {
    private static final Logger LOG = Logger.getLogger("shop");

    private Shop() {}

    static final class PaymentFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        PaymentFailed(int order, Throwable cause) {
            super("Order " + order + " was not paid", cause);
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pay", Shop::pay);
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int order = 71; order < 73; order++) {
                URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pay?order=" + order);
                int status = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                        .statusCode();
                System.out.println("Order " + order + ": " + status);
            }
        } finally {
            server.stop(0);
        }
    }

    private static void pay(HttpExchange exchange) throws IOException {
        int order = Integer.parseInt(exchange.getRequestURI().getQuery().substring("order=".length()));
        try {
            settle(order);
        } catch (PaymentFailed failure) {
            LOG.log(Level.SEVERE, "A payment failed", failure);
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
            throw failure;
        }
    }

    private static void settle(int order) {
        try {
            debit(order);
        } catch (IllegalStateException cause) {
            throw new PaymentFailed(order, cause);
        }
    }

    private static void debit(int order) {
        throw new IllegalStateException("Account of order " + order + " is empty");
    }
}
