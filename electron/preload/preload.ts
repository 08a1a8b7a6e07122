import { contextBridge, ipcRenderer } from 'electron'
import { bridge } from './bridge.ts'

contextBridge.exposeInMainWorld('fyr', bridge(ipcRenderer))
