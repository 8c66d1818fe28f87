package org.hospitalviewer.backup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Instant;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.backup.drive.ConsentRefusedException;
import org.hospitalviewer.backup.drive.Consents;
import org.hospitalviewer.backup.drive.GoogleAccount;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Google Drive for the administrator's programs, and the page that Google sends people back to. An answer of Google is bound
 * to whoever asked for it: another site that leads a browser here achieves nothing.
 */
@RestController
@RequestMapping("/api/backup")
@Requires(Action.MANAGE_SETTINGS)
class DriveController {

    private static final String SCREEN = "/admin/backup";

    private final DriveSetup setup;
    private final Backups backups;

    DriveController(DriveSetup setup, Backups backups) {
        this.setup = setup;
        this.backups = backups;
    }

    /** What to set; what is left out stays. */
    record WantedClient(String clientId, String clientSecret, String folder) {
        @Override
        public String toString() {
            return String.valueOf(clientId);
        }
    }

    /**
     * How it is.
     *
     * @param account       as Google calls it; empty while it is not connected
     * @param connectedAt   null while it is not connected
     * @param toBeConnected whether somebody has to connect, for the first time or again
     */
    record Drive(String clientId, boolean hasSecret, String folder, boolean used, String account, Instant connectedAt,
                 boolean toBeConnected) {
    }

    /** @param address to be opened in a browser */
    record Consent(URI address) {
    }

    @PostMapping("/configure-gdrive")
    @Body(WantedClient.class)
    Drive configure(@RequestBody WantedClient wanted) {
        try {
            if (wanted.clientId() != null || wanted.clientSecret() != null) {
                setup.keepClient(wanted.clientId() == null ? setup.state().clientId() : wanted.clientId(),
                        wanted.clientSecret() == null ? "" : wanted.clientSecret());
            }
            if (wanted.folder() != null) {
                setup.keepFolder(wanted.folder());
            }
            return present();
        } catch (InvalidGoogleClientException | InvalidBackupException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    private Drive present() {
        GoogleAccount.State state = setup.state();
        BackupConfiguration now = backups.configuration();
        return new Drive(state.clientId(), setup.hasSecret(), now.driveFolder(), now.drive(), state.account(),
                state.connectedAt(), !state.isConnected() || state.isWithdrawn());
    }

    /** Leads a browser to Google; tells a program the address. */
    @GetMapping("/oauth/start")
    ResponseEntity<Consent> start(HttpServletRequest request) {
        try {
            URI address = setup.begin(visitor(request), request.getServerName());
            return isBrowser(request) ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build()
                    : ResponseEntity.ok(new Consent(address));
        } catch (InvalidGoogleClientException e) {
            throw problem(HttpStatus.CONFLICT, e.getMessage());
        }
    }

    /** Google's answer; a browser goes on to the screen, which tells what came of it. */
    @GetMapping("/oauth/callback")
    ResponseEntity<Drive> callback(@RequestParam(required = false) String state, @RequestParam(required = false) String code,
                                   @RequestParam(required = false) String error, HttpServletRequest request) {
        try {
            setup.finish(visitor(request), new Consents.Answer(state, code, error));
        } catch (ConsentRefusedException e) {
            if (!isBrowser(request)) {
                throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
            }
        }
        return isBrowser(request) ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(SCREEN)).build()
                : ResponseEntity.ok(present());
    }

    @PostMapping("/oauth/disconnect")
    Drive disconnect() {
        setup.disconnect();
        return present();
    }

    private static String visitor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "user " + request.getRemoteUser() : session.getId();
    }

    private static boolean isBrowser(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
