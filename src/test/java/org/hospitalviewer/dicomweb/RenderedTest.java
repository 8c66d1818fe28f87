package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rendered pictures and thumbnails over HTTP (PS3.18 8.3.5, 10.4). */
@ApplianceTest
class RenderedTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Home home;
    @TempDir
    private Path folder;
    private StoredSample mr;

    @BeforeEach
    void storeAPictureOfOblongPixels() throws IOException {
        mr = stored("series-mr/t1-2d-sagittal/" + Samples.files("series-mr/t1-2d-sagittal").getFirst().getFileName());
    }

    private StoredSample stored(String sample) throws IOException {
        return StoredSample.takeIn(archive, Samples.path(sample), folder).stored().orElseThrow();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD).get(path, headers);
    }

    private static BufferedImage picture(HttpResponse<byte[]> response) throws IOException {
        assertThat(response.statusCode()).as(WebCaller.text(response)).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(response.body()));
    }

    private static String type(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*/*|image/jpeg", "image/jpeg|image/jpeg", "image/png|image/png",
        "image/png, image/jpeg;q=0.5|image/png", "image/*|image/jpeg", "text/html, image/png;q=0.1|image/png"})
    void aPictureComesInTheFormatThatIsWantedMost(String accept, String format) throws IOException {
        HttpResponse<byte[]> response = get(mr.path() + "/rendered", "Accept", accept);
        assertThat(type(response)).isEqualTo(format);
        assertThat(picture(response).getWidth()).isEqualTo(256);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "application/dicom", "multipart/related; type=\"image/jpeg\"", "text/html"})
    void otherFormatsAre406(String accept) throws IOException {
        assertThat(get(mr.path() + "/rendered", "Accept", accept).statusCode()).isEqualTo(406);
        assertThat(get(mr.path() + "/thumbnail", "Accept", accept).statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewport=0,10", "viewport=10", "viewport=a,b", "viewport=99999,99999", "viewport=10,10,5",
        "viewport=NaN,10", "viewport=10,10,-1,0,5,5", "window=1", "window=1,0,linear", "window=1,2,cubic",
        "window=x,2,linear", "window=1,NaN,sigmoid", "quality=0", "quality=101", "quality=high"})
    void whatCannotBeMeantIs400(String query) throws IOException {
        assertThat(get(mr.path() + "/rendered?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void aPictureFitsIntoItsViewportAndIsMadeOnlyOnce() throws IOException {
        String address = mr.path() + "/rendered?viewport=100,50";
        HttpResponse<byte[]> first = get(address, "Accept", "image/png");
        assertThat(picture(first).getHeight()).isEqualTo(50);
        assertThat(picture(first).getWidth()).isEqualTo(50);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(home.cache().resolve("pictures")).isDirectoryRecursivelyContaining(
                file -> tag.contains(file.getFileName().toString()));
        HttpResponse<byte[]> again = get(address, "Accept", "image/png", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(address, "Accept", "image/png").body()).isEqualTo(first.body());
        assertThat(get(address, "Accept", "image/jpeg").headers().firstValue("ETag")).isNotEqualTo(tag);
    }

    @Test
    void pixelsThatAreNotSquareAreShownInTheirTrueShape() throws IOException {
        StoredSample oblique = stored("modalities/enhanced-mr-philips-64frames.dcm");
        assertThat(picture(get(oblique.path() + "/thumbnail")).getWidth()).isLessThanOrEqualTo(200);
        StoredSample us = stored("modalities/us-8frames-rgb-implicit.dcm");
        BufferedImage thumbnail = picture(get(us.path() + "/thumbnail"));
        assertThat(thumbnail.getWidth()).isEqualTo(200);
        assertThat(thumbnail.getHeight()).isEqualTo(150);
    }

    @Test
    void aWindowOfTheClientReplacesThatOfTheFile() throws IOException {
        BufferedImage black = picture(get(mr.path() + "/rendered?window=100000,2,linear", "Accept", "image/png"));
        BufferedImage white = picture(get(mr.path() + "/rendered?window=-100000,2,linear-exact", "Accept", "image/png"));
        assertThat(black.getRaster().getSample(100, 100, 0)).isZero();
        assertThat(white.getRaster().getSample(100, 100, 0)).isEqualTo(255);
        byte[] coarse = get(mr.path() + "/rendered?quality=10").body();
        assertThat(get(mr.path() + "/rendered?quality=95").body()).hasSizeGreaterThan(coarse.length);
    }

    @Test
    void aPartOfTheImageMayBeMirrored() throws IOException {
        String png = "&accept=image/png";
        BufferedImage whole = picture(get(mr.path() + "/rendered?viewport=64,64,100,100,64,64" + png));
        BufferedImage mirrored = picture(get(mr.path() + "/rendered?viewport=64,64,100,100,-64,64" + png));
        assertThat(whole.getWidth()).isEqualTo(64);
        assertThat(mirrored.getRaster().getSample(63, 20, 0)).isEqualTo(whole.getRaster().getSample(0, 20, 0));
        assertThat(get(mr.path() + "/rendered?viewport=64,64,300,0,10,10").statusCode()).isEqualTo(406);
    }

    @Test
    void eachFrameAndTheLevelsAboveHaveAPicture() throws IOException {
        StoredSample us = stored("modalities/us-8frames-rgb-implicit.dcm");
        byte[] eighth = get(us.path() + "/frames/8/rendered", "Accept", "image/png").body();
        assertThat(picture(get(us.path() + "/frames/1/rendered", "Accept", "image/png")).getWidth()).isEqualTo(320);
        assertThat(get(us.path() + "/frames/1/rendered", "Accept", "image/png").body()).isNotEqualTo(eighth);
        for (String bad : new String[] {"0", "9"}) {
            assertThat(get(us.path() + "/frames/" + bad + "/rendered").statusCode()).isEqualTo(404);
        }
        assertThat(get(us.path() + "/frames/1,2/rendered").statusCode()).isEqualTo(400);
        String study = "/dicom-web/studies/" + us.study();
        for (String address : new String[] {us.seriesPath() + "/rendered", us.seriesPath() + "/thumbnail",
            study + "/rendered", study + "/thumbnail", us.path() + "/frames/2/thumbnail"}) {
            assertThat(picture(get(address)).getWidth()).as(address).isIn(200, 320);
        }
        for (String uid : new String[] {us.study(), us.series(), us.instance()}) {
            assertThat(picture(get("/api/dicomweb/thumbnail/" + uid)).getWidth()).as(uid).isEqualTo(200);
        }
        assertThat(get("/api/dicomweb/thumbnail/1.2.3").statusCode()).isEqualTo(404);
        for (String address : new String[] {"/dicom-web/studies/1.2.3/rendered", "/dicom-web/studies/1.2.3/thumbnail",
            study + "/series/1.2.3/thumbnail", us.seriesPath() + "/instances/1.2.3/thumbnail"}) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void aDocumentComesAsItself() throws IOException {
        StoredSample pdf = stored("modalities/encapsulated-pdf.dcm");
        HttpResponse<byte[]> response = get(pdf.path() + "/rendered");
        assertThat(type(response)).isEqualTo("application/pdf");
        assertThat(new String(response.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(get(pdf.path() + "/rendered", "Accept", "image/jpeg").statusCode()).isEqualTo(406);
        assertThat(picture(get(pdf.path() + "/thumbnail")).getWidth()).isEqualTo(200);
    }

    @Test
    void whatIsNoImageHasAThumbnailAllTheSame() throws IOException {
        StoredSample report = stored("modalities/sr-basic-text.dcm");
        assertThat(get(report.path() + "/rendered").statusCode()).isEqualTo(404);
        BufferedImage icon = picture(get(report.path() + "/thumbnail?viewport=64,48", "Accept", "image/png"));
        assertThat(icon.getWidth()).isEqualTo(48);
        StoredSample video = stored("transfer-syntaxes/video-mpeg2-100.dcm");
        assertThat(get(video.path() + "/rendered").statusCode()).isEqualTo(406);
        assertThat(picture(get(video.path() + "/thumbnail")).getWidth()).isEqualTo(200);
    }

    @Test
    void aVideoIsOneStreamAsItIsStored() throws IOException {
        StoredSample video = stored("transfer-syntaxes/video-h264-102.dcm");
        HttpResponse<byte[]> stream = get(video.path() + "/bulkdata/7FE00010", "Accept",
                "application/octet-stream; transfer-syntax=*");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(type(stream)).contains("application/octet-stream");
        byte[] file = Files.readAllBytes(video.file());
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .contains(new String(stream.body(), StandardCharsets.ISO_8859_1));
        assertThat(new String(stream.body(), 4, 8, StandardCharsets.ISO_8859_1)).isEqualTo("ftypisom");
        assertThat(stream.body()).hasSizeGreaterThan(file.length - 4096);
    }
}
