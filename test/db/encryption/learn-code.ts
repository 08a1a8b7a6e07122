/** Makes a process one that encrypts every file it makes, with the code of the tests that started it. */
import { encryptNewFiles, learnCodes } from '#db/encryption/keyring.ts'

const code = process.env.FYR_TEST_CODE
if (code === undefined) throw new Error('FYR_TEST_CODE is not set')
learnCodes([code])
encryptNewFiles(code)
