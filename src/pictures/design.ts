/** Changes whenever the same scene is drawn otherwise as a picture, so that no old one is kept. */
export const PICTURE_DESIGN = 2;
