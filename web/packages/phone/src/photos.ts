/** Photos as they are sent: small enough for a slow network, upright, without what the camera wrote into them. */
export const kMostPhotos = 3;
const kSide = 1920;
const kQuality = 0.85;

export async function smaller(file: File): Promise<Blob> {
    try {
        const picture = await createImageBitmap(file);
        const share = Math.min(1, kSide / Math.max(picture.width, picture.height));
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(picture.width * share);
        canvas.height = Math.round(picture.height * share);
        canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
        picture.close();
        const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', kQuality));
        return made ?? file;
    } catch {
        // A kind of picture that this browser cannot draw: the server makes it smaller.
        return file;
    }
}
